package dev.brood.example.bounds;

import java.util.List;

/**
 * What is known from inside: points of the ellipse.
 *
 * @param bound the best point's value; the largest is no smaller than this
 * @param points the points found so far, each an x and a y
 * @param best the best of them
 */
@SuppressWarnings("ArrayRecordComponent") // travels as it is, and is compared by nobody
record Inner(double bound, List<List<Double>> points, double[] best) {}
