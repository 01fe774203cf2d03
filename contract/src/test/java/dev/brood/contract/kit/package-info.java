/** What tests of the contract are made of. */
package dev.brood.contract.kit;
