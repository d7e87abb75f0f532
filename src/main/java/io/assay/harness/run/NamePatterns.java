package io.assay.harness.run;

import io.assay.harness.result.UserError;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What users name benchmarks by: regular expressions, a match of one of which the full name contains. */
public final class NamePatterns {
    private static final int NEAREST = 3;

    private NamePatterns() {}

    /**
     * Whether a name contains a match of one of the patterns.
     *
     * @throws UserError if one is malformed
     */
    public static Predicate<String> anyOf(List<String> patterns) {
        List<Pattern> compiled = patterns.stream().map(NamePatterns::compile).collect(Collectors.toList());
        return name -> compiled.stream().anyMatch(p -> p.matcher(name).find());
    }

    private static Pattern compile(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new UserError(
                    "pattern '" + pattern + "' is no regular expression: " + e.getDescription() + " at "
                            + Math.max(0, e.getIndex()) + "; quote special characters with \\",
                    e);
        }
    }

    /** What the user may have meant, nearest first, separated by commas. */
    public static String nearest(List<String> patterns, Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> patterns.stream()
                        .mapToInt(p -> parts(name)
                                .mapToInt(part -> distance(p.toLowerCase(Locale.ROOT), part.toLowerCase(Locale.ROOT)))
                                .min()
                                .orElse(Integer.MAX_VALUE))
                        .min()
                        .orElse(Integer.MAX_VALUE)))
                .limit(NEAREST)
                .collect(Collectors.joining(", "));
    }

    /** People stop typing before a name ends: its beginning is compared too, at the price of one letter. */
    private static int distance(String typed, String part) {
        LevenshteinDistance letters = LevenshteinDistance.getDefaultInstance();
        String beginning = part.substring(0, Math.min(part.length(), typed.length()));
        return Math.min(letters.apply(typed, part), letters.apply(typed, beginning) + 1);
    }

    /** A name as people type it: whole, without package, class alone, method alone, family. */
    private static Stream<String> parts(String name) {
        String[] words = name.split("\\.");
        int n = words.length;
        String simple = n < 2 ? name : words[n - 2] + "." + words[n - 1];
        return Stream.concat(Stream.of(name, simple), Arrays.stream(words, Math.max(0, n - 3), n));
    }
}
