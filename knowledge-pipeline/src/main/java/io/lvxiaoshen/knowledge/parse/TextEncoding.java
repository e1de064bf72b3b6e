package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/**
 * Tells the encoding of a text from its bytes: a byte order mark, else UTF-8 if every byte fits, else GB18030 if what it
 * gives looks like Chinese, else what statistics are sure of. Text that fits none is refused rather than guessed at.
 */
final class TextEncoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SURE = 40;
    private static final int SAMPLE = 1 << 16;

    private TextEncoding() {}

    /**
     * Returns the encoding in which all of {@code bytes} can be decoded.
     *
     * @throws FileRefusedException if there is none to be trusted
     */
    static Charset of(byte[] bytes) {
        Optional<Charset> marked = byteOrderMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        int broken = Utf8Check.firstError(bytes);
        if (broken < 0) {
            return StandardCharsets.UTF_8;
        }
        if (Utf8Check.isMostlyValid(bytes)) {
            throw refused("应为 UTF-8，但第 " + (broken + 1) + " 个字节处有无效字符");
        }
        if (decode(bytes, GB18030).filter(TextEncoding::looksChinese).isPresent()) {
            return GB18030;
        }
        return statistically(bytes).orElseThrow(() -> refused("既不是有效的 UTF-8，也不是有效的 GB18030"));
    }

    /** Returns whether all of {@code bytes} can be decoded in {@code charset}. */
    static boolean fits(byte[] bytes, Charset charset) {
        return decode(bytes, charset).isPresent();
    }

    private static Optional<Charset> byteOrderMark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (starts(b, 0xFF, 0xFE)) {
            return plausible(b, StandardCharsets.UTF_16LE);
        }
        return starts(b, 0xFE, 0xFF) ? plausible(b, StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> plausible(byte[] bytes, Charset charset) {
        return decode(bytes, charset).filter(TextEncoding::isAssigned).map(text -> charset);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Words of everyday Chinese lie in the first level of GB 2312; accidents of other encodings rarely do. */
    private static boolean looksChinese(String text) {
        long wide = text.chars().filter(c -> c > 0x7F).count();
        long common = text.chars().filter(c -> c > 0x7F && isCommon((char) c)).count();
        return isAssigned(text) && common * 10 >= wide * 8;
    }

    private static boolean isCommon(char c) {
        byte[] code = String.valueOf(c).getBytes(GB18030);
        int lead = code[0] & 0xFF;
        boolean twoBytes = code.length == 2 && (code[1] & 0xFF) >= 0xA1;
        return twoBytes && (lead >= 0xB0 && lead <= 0xD7 || lead >= 0xA1 && lead <= 0xA3);
    }

    private static boolean isAssigned(String text) {
        return text.codePoints().allMatch(c -> Character.isDefined(c) && !isStrange(c));
    }

    private static boolean isStrange(int c) {
        int type = Character.getType(c);
        boolean control = type == Character.CONTROL && !Character.isWhitespace(c) && c != 0x85;
        return control || type == Character.PRIVATE_USE || type == Character.SURROGATE;
    }

    private static Optional<Charset> statistically(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes);
        CharsetMatch match = detector.detect();
        if (match == null || match.getConfidence() < SURE) {
            return Optional.empty();
        }
        return charset(match.getName()).flatMap(found -> plausible(bytes, found));
    }

    /** Returns the charset of that name, if this Java platform has it. */
    static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (java.nio.charset.IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static FileRefusedException refused(String detail) {
        return new FileRefusedException(RefusalReason.UNKNOWN_ENCODING, detail);
    }
}
