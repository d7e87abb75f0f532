package io.assay.harness.scaling;

import org.jspecify.annotations.Nullable;

/**
 * Weighted least squares of a few columns against ones, by the normal equations: columns of costs over measured costs,
 * so that the errors are relative. Columns are scaled to a maximum of 1, which keeps the equations well conditioned.
 */
final class LeastSquares {
    /** A pivot that lost more than this to the columns before it is a column that they can make. */
    private static final double DEPENDENT = 1e-11;

    private LeastSquares() {}

    /**
     * What came out.
     *
     * @param factors one a column
     * @param information the matrix of the normal equations, lower triangle
     */
    @SuppressWarnings("ArrayRecordComponent") // a passive carrier within the package
    record Solution(double[] factors, double[][] information) {}

    /** The solution, or {@code null} where the columns depend on each other. */
    static @Nullable Solution solve(double[][] columns, double[] weights) {
        int count = columns.length;
        double[][] information = new double[count][];
        double[] factors = new double[count];
        for (int j = 0; j < count; j++) {
            information[j] = new double[j + 1];
            for (int i = 0; i < weights.length; i++) {
                double weighted = weights[i] * columns[j][i];
                factors[j] += weighted;
                for (int k = 0; k <= j; k++) {
                    information[j][k] += weighted * columns[k][i];
                }
            }
        }
        double[][] root = cholesky(information);
        if (root == null) {
            return null;
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < i; k++) {
                factors[i] -= root[i][k] * factors[k];
            }
            factors[i] /= root[i][i];
        }
        for (int i = count - 1; i >= 0; i--) {
            for (int k = i + 1; k < count; k++) {
                factors[i] -= root[k][i] * factors[k];
            }
            factors[i] /= root[i][i];
        }
        return new Solution(factors, information);
    }

    /** The logarithm of the determinant of {@code matrix / divisor + ridge * identity}. */
    static double logDeterminant(double[][] matrix, double divisor, double ridge) {
        double[][] shifted = new double[matrix.length][];
        for (int j = 0; j < matrix.length; j++) {
            shifted[j] = new double[j + 1];
            for (int k = 0; k <= j; k++) {
                shifted[j][k] = matrix[j][k] / divisor + (j == k ? ridge : 0);
            }
        }
        double[][] root = cholesky(shifted);
        if (root == null) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int j = 0; j < root.length; j++) {
            sum += 2 * Math.log(root[j][j]);
        }
        return sum;
    }

    private static double @Nullable [][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] root = new double[size][];
        for (int i = 0; i < size; i++) {
            root[i] = matrix[i].clone();
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < j; k++) {
                    root[i][j] -= root[i][k] * root[j][k];
                }
                if (j < i) {
                    root[i][j] /= root[j][j];
                }
            }
            if (!(root[i][i] > DEPENDENT * matrix[i][i])) {
                return null;
            }
            root[i][i] = Math.sqrt(root[i][i]);
        }
        return root;
    }
}
