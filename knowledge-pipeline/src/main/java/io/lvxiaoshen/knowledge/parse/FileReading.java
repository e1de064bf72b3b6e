package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.ParsedDocument;
import io.lvxiaoshen.knowledge.ReadingLimits;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of reading one file, from its size to its elements. */
final class FileReading {
    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final int MIB = 1 << 20;

    private final ReadingLimits limits;
    private final FormatDetector detector = new FormatDetector();
    private final FormatReader markdown = new MarkdownReader();
    private final FormatReader plainText = new PlainTextReader();
    private final FormatReader pdf;
    private final TikaReader tika;

    FileReading(ReadingLimits limits) {
        this.limits = limits;
        this.pdf = new PdfReader(limits.inflatedBytes());
        this.tika = new TikaReader(detector.registry(), new ZipGuard(limits.inflatedBytes()));
    }

    ParsedDocument read(Path file, String name, Deadline deadline) {
        checkSize(file);
        PieceCollector collector = new PieceCollector(limits.characters(), deadline);
        try {
            Format format = detector.detect(file, name);
            int pages = readerOf(format).read(file, format, collector);
            List<Piece> pieces = StatuteStructure.shownIn(collector.pieces());
            if (pieces.isEmpty()) {
                throw new FileRefusedException(RefusalReason.NO_TEXT);
            }
            return DocumentAssembler.assemble(format, pieces, pages);
        } catch (FileRefusedException e) {
            throw e;
        } catch (FileSystemException e) {
            throw new UncheckedIOException(e);
        } catch (IOException | RuntimeException e) {
            deadline.check();
            throw Failures.refusal(e).orElseGet(() -> damaged(name, e));
        }
    }

    private void checkSize(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new FileRefusedException(RefusalReason.EMPTY_FILE);
            }
            if (size > limits.fileBytes()) {
                throw new FileRefusedException(RefusalReason.FILE_TOO_LARGE, limits.fileBytes() / MIB + " MiB");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FormatReader readerOf(Format format) {
        if (format.isMarkdown()) {
            return markdown;
        }
        if (format.isPdf()) {
            return pdf;
        }
        boolean readByTika = format.isHtml()
                || format.isSeparatedValues()
                || !format.type().getType().equals("text");
        if (!readByTika) {
            return plainText;
        }
        if (format.isWithoutText() || !tika.reads(format.type())) {
            throw new FileRefusedException(RefusalReason.UNSUPPORTED_TYPE, FormatNames.of(format.type()));
        }
        return tika;
    }

    private static FileRefusedException damaged(String name, Exception cause) {
        LOG.info("Refused {} as damaged", name, cause);
        return new FileRefusedException(RefusalReason.DAMAGED, "内容不完整或不符合格式");
    }
}
