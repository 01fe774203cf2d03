/** Map and reduce: words of many files, counted and combined in the workers. */
@NullMarked
package dev.brood.example.wordcount;

import org.jspecify.annotations.NullMarked;
