package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.asm.ClassParser;
import org.apache.tika.parser.code.SourceCodeParser;
import org.apache.tika.parser.executable.ExecutableParser;
import org.apache.tika.parser.executable.UniversalExecutableParser;
import org.apache.tika.parser.external.CompositeExternalParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pkg.CompressorParser;
import org.apache.tika.parser.pkg.PackageParser;
import org.apache.tika.parser.pkg.RarParser;
import org.apache.tika.parser.pkg.UnrarParser;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Everything else that Apache Tika reads, through its XHTML. What is embedded in a file is not followed. */
final class TikaReader implements FormatReader {
    /** Parsers that start other programs, unpack archives, or give names of things instead of text. */
    private static final List<Class<? extends Parser>> UNWANTED = List.of(
            TesseractOCRParser.class,
            CompositeExternalParser.class,
            PackageParser.class,
            CompressorParser.class,
            RarParser.class,
            UnrarParser.class,
            ExecutableParser.class,
            UniversalExecutableParser.class,
            ClassParser.class,
            SourceCodeParser.class);

    private final Parser parser;
    private final MediaTypeRegistry registry;
    private final ZipGuard zipGuard;

    TikaReader(MediaTypeRegistry registry, ZipGuard zipGuard) {
        this.parser = new DefaultParser(registry, new ServiceLoader(), UNWANTED);
        this.registry = registry;
        this.zipGuard = zipGuard;
    }

    /** Returns whether there is a parser for {@code type}. */
    boolean reads(MediaType type) {
        return parser.getSupportedTypes(new ParseContext()).contains(registry.normalize(type));
    }

    @Override
    public int read(Path file, Format format, PieceCollector target) throws IOException {
        if (registry.isInstanceOf(format.type(), MediaType.APPLICATION_ZIP)) {
            zipGuard.check(file, target.deadline());
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, format.name());
        metadata.set(Metadata.CONTENT_TYPE, format.type().toString());
        XhtmlPieces pieces = new XhtmlPieces(target, format.isHtml());
        try (TikaInputStream stream = TikaInputStream.get(file)) {
            SecureContentHandler secured = new SecureContentHandler(pieces, stream);
            parse(stream, secured, metadata, context(file, format));
            return 0;
        }
    }

    private void parse(TikaInputStream stream, SecureContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException {
        try {
            parser.parse(stream, handler, metadata, context);
        } catch (SAXException e) {
            throw refusedOrDamaged(handler, e);
        } catch (EncryptedDocumentException e) {
            throw new FileRefusedException(RefusalReason.ENCRYPTED);
        } catch (TikaException e) {
            throw new IOException(e);
        }
    }

    private static IOException refusedOrDamaged(SecureContentHandler handler, SAXException e) {
        if (WriteLimitReachedException.isWriteLimitReached(e)) {
            throw new FileRefusedException(RefusalReason.INFLATES_TOO_MUCH);
        }
        try {
            handler.throwIfCauseOf(e);
        } catch (TikaException bomb) {
            throw new FileRefusedException(RefusalReason.INFLATES_TOO_MUCH);
        }
        return new IOException(e);
    }

    private static ParseContext context(Path file, Format format) throws IOException {
        OfficeParserConfig office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        office.setIncludeHeadersAndFooters(false);
        office.setIncludeSlideMasterContent(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        if (format.isHtml() || format.isSeparatedValues()) {
            byte[] bytes = Files.readAllBytes(file);
            Charset charset = format.isHtml() ? HtmlEncoding.of(bytes) : TextEncoding.of(bytes);
            EncodingDetector decided = (stream, ignored) -> charset;
            context.set(EncodingDetector.class, decided);
        }
        return context;
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // Attachments are documents of their own.
        }
    }
}
