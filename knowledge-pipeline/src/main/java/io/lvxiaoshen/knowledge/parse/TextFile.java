package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The whole text of a file, decoded without replacing a single character. */
final class TextFile {
    private TextFile() {}

    /** Reads {@code file} in the encoding that its bytes show. */
    static String read(Path file, Deadline deadline) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            deadline.check();
            return decode(bytes, TextEncoding.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FileRefusedException(RefusalReason.UNKNOWN_ENCODING, "不是有效的 " + charset.name() + " 文字");
        }
    }
}
