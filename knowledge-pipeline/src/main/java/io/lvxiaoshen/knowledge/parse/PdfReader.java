package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF through PDFBox: lines with their places, rebuilt into headings and paragraphs. */
final class PdfReader implements FormatReader {
    private final long inflatedBytes;

    PdfReader(long inflatedBytes) {
        this.inflatedBytes = inflatedBytes;
    }

    @Override
    public int read(Path file, Format format, PieceCollector target) throws IOException {
        MemoryUsageSetting memory = MemoryUsageSetting.setupMainMemoryOnly(inflatedBytes);
        try (PDDocument document = Loader.loadPDF(file.toFile(), "", null, null, memory.streamCache)) {
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new FileRefusedException(RefusalReason.NO_TEXT, "（这个 PDF 没有任何页面）");
            }
            PdfLines lines = new PdfLines(target);
            lines.writeText(document, Writer.nullWriter());
            List<PdfLine> body = PageFurniture.removedFrom(lines.lines(), pages);
            new PdfParagraphs(body, target).write();
            return pages;
        } catch (InvalidPasswordException e) {
            throw new FileRefusedException(RefusalReason.ENCRYPTED);
        }
    }
}
