package dev.brood.example.bounds;

import java.util.List;

/**
 * What is known from outside: a polygon around the ellipse.
 *
 * @param bound no point of the ellipse has a larger value than this
 * @param polygon the polygon's corners, each an x and a y, in order
 * @param corner the corner that has the bound's value
 */
@SuppressWarnings("ArrayRecordComponent") // travels as it is, and is compared by nobody
record Outer(double bound, List<List<Double>> polygon, double[] corner) {}
