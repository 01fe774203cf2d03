/** What a worker's death looks like to those who have called it. */
@NullMarked
package dev.brood.example.crashtour;

import org.jspecify.annotations.NullMarked;
