package io.assay.workload.json;

import java.util.Random;

/** Text and names, drawn at random. */
final class Words {
    private static final String[] ENGLISH =
            ("the request fails when header parser reads a value from cache and thread pool is full after upgrade to version "
                            + "build release error stack trace expected actual behaviour timeout connection reset by peer while "
                            + "streaming large body with compression enabled on server please see log for details")
                    .split(" ");
    private static final String[] GERMAN =
            "größer Änderung über für Straße Verbindung schließen Prüfung natürlich Übung Gebäude möglich".split(" ");
    private static final String[] RUSSIAN =
            "сервер запрос ответ ошибка память поток данные быстро новый версия файл проверка".split(" ");
    private static final String[] CHINESE = "数据 服务器 请求 响应 错误 内存 线程 快速 版本 文件 检查 连接 超时".split(" ");
    private static final String[] EMOJI = {"🚀", "🎉", "👍", "🐛", "✅", "❤️", "👩‍💻"};
    private static final String[] ESCAPED = {"\n", "\r\n", "\t", " \"quoted\" ", " C:\\temp\\x ", "\n```\n", "\u0001"};
    private static final String HEX = "0123456789abcdef";

    private final Random random;

    Words(Random random) {
        this.random = random;
    }

    Random random() {
        return random;
    }

    String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String word() {
        return pick(ENGLISH);
    }

    /** Plain English. */
    String sentence(int words) {
        return join(words, ENGLISH);
    }

    private String join(int words, String[] of) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < words; i++) {
            if (i > 0) s.append(' ');
            s.append(pick(of));
        }
        return s.toString();
    }

    /** English as people write it into issues: line ends, quotes, backslashes, now and then an emoji. */
    String prose(int words) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < words; i++) {
            s.append(i == 0 ? "" : chance(12) ? pick(ESCAPED) : " ");
            s.append(chance(3) ? pick(EMOJI) : word());
        }
        return s.toString();
    }

    /** A text in one of the languages of {@link #language()}. */
    String text(String language, int words) {
        return switch (language) {
            case "de" -> join(words, GERMAN);
            case "ru" -> join(words, RUSSIAN);
            case "zh" -> join(words, CHINESE).replace(" ", "，");
            default -> prose(words);
        };
    }

    String language() {
        return pick("de", "ru", "zh", "en");
    }

    String hex(int length) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < length; i++) s.append(HEX.charAt(random.nextInt(16)));
        return s.toString();
    }

    /** An identifier of up to so many digits, few of which are short. */
    long id(int digits) {
        long bound = (long) Math.pow(10, digits);
        return bound / 10 + (long) (random.nextDouble() * (bound - bound / 10));
    }

    String date() {
        return String.format(
                "20%02d-%02d-%02dT%02d:%02d:%02dZ",
                15 + random.nextInt(11),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60));
    }
}
