/**
 * Trouble on purpose: {@link dev.brood.contract.chaos.Chaos} has many callers use a pool while its
 * workers crash, hang and are killed, and then accounts for every single call.
 */
package dev.brood.contract.chaos;
