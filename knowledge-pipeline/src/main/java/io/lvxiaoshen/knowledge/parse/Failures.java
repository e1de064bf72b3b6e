package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.exception.ZeroByteFileException;

/** Finds in what a library threw the reason that people can act on. */
final class Failures {
    private static final int DEEPEST_CAUSE = 20;

    private Failures() {}

    /** Returns the refusal that {@code failure} stands for; empty if it only tells that the file is damaged. */
    static Optional<FileRefusedException> refusal(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++, cause = cause.getCause()) {
            if (cause instanceof FileRefusedException refused) {
                return Optional.of(refused);
            }
            Optional<FileRefusedException> known = known(cause);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    private static Optional<FileRefusedException> known(Throwable cause) {
        String type = cause.getClass().getSimpleName();
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        boolean certificate = message.startsWith("provided decryption material is not compatible");
        if (certificate || type.contains("Encrypted") || type.contains("Password")) {
            return Optional.of(new FileRefusedException(RefusalReason.ENCRYPTED));
        }
        if (message.startsWith("strict ooxml")) {
            return Optional.of(new FileRefusedException(RefusalReason.UNSUPPORTED_TYPE, "严格模式的 Office 文件，请另存为普通格式"));
        }
        if (message.contains("zip bomb")) {
            return Optional.of(new FileRefusedException(RefusalReason.INFLATES_TOO_MUCH));
        }
        if (cause instanceof StackOverflowError
                || cause instanceof OutOfMemoryError
                || type.equals("RecordFormatException") && message.contains("tried to allocate")) {
            return Optional.of(new FileRefusedException(RefusalReason.TOO_COMPLEX));
        }
        return cause instanceof ZeroByteFileException
                ? Optional.of(new FileRefusedException(RefusalReason.NO_TEXT))
                : Optional.empty();
    }
}
