/** The same 200,000 calls in every way there is: which form to choose, and when to use none. */
@NullMarked
package dev.brood.example.rangecount;

import org.jspecify.annotations.NullMarked;
