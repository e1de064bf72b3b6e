package io.lvxiaoshen.knowledge.parse;

import io.lvxiaoshen.knowledge.FileRefusedException;
import io.lvxiaoshen.knowledge.RefusalReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells what a file is from its content. The name only decides between formats that look the same inside, such as
 * Markdown and plain text; where it contradicts the content, the file is refused with what it really is.
 */
final class FormatDetector {
    private static final MediaType PROTECTED_OFFICE = MediaType.application("x-tika-ooxml-protected");
    /** Told from a container of office formats whose kind of document could not be told. */
    private static final Set<MediaType> CONTAINERS =
            Set.of(MediaType.application("x-tika-ooxml"), MediaType.application("x-tika-msoffice"));

    private static final List<Set<String>> INTERCHANGEABLE = List.of(
            Set.of("doc", "docx", "docm", "dot", "dotx", "dotm", "rtf", "wps"),
            Set.of("xls", "xlsx", "xlsm", "xlsb", "xlt", "xltx", "xltm", "et"),
            Set.of("ppt", "pptx", "pptm", "pps", "ppsx", "ppsm", "pot", "potx", "dps"));

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();
    private final Detector detector = new DefaultDetector(types);

    MediaTypeRegistry registry() {
        return registry;
    }

    /** Returns what {@code file} is. */
    Format detect(Path file, String name) throws IOException {
        MediaType content;
        try (TikaInputStream stream = TikaInputStream.get(file)) {
            content = detector.detect(stream, new Metadata()).getBaseType();
        }
        if (content.equals(PROTECTED_OFFICE)) {
            throw new FileRefusedException(RefusalReason.ENCRYPTED);
        }
        MediaType named = byName(name);
        boolean oddText = content.equals(MediaType.OCTET_STREAM) && isText(named) && BinaryProbe.looksLikeText(file);
        return new Format(reconciled(oddText ? MediaType.TEXT_PLAIN : content, named, name), name);
    }

    private MediaType reconciled(MediaType content, MediaType named, String name) {
        boolean nameTellsNothing = named.equals(MediaType.OCTET_STREAM);
        if (nameTellsNothing || registry.isInstanceOf(content, named) || sameKindOfOffice(content, name)) {
            return isText(named) && content.equals(MediaType.TEXT_HTML) ? textType(content, named) : content;
        }
        if (CONTAINERS.contains(content) && registry.isInstanceOf(named, content)) {
            return named;
        }
        if (isText(content) && isText(named)) {
            return textType(content, named);
        }
        if (content.equals(MediaType.OCTET_STREAM) && !isText(named)) {
            throw new FileRefusedException(RefusalReason.DAMAGED, "内容不是有效的" + FormatNames.of(named));
        }
        throw new FileRefusedException(
                RefusalReason.WRONG_EXTENSION, "文件名以 " + ending(name) + " 结尾，内容实际是" + FormatNames.of(content));
    }

    private static MediaType textType(MediaType content, MediaType named) {
        boolean plainName = named.equals(MediaType.TEXT_PLAIN);
        return content.equals(MediaType.TEXT_HTML) && plainName ? content : named;
    }

    private boolean isText(MediaType type) {
        return type.getType().equals("text")
                || registry.isInstanceOf(type, MediaType.TEXT_PLAIN)
                || registry.isInstanceOf(type, MediaType.APPLICATION_XML)
                || type.toString().equals("message/rfc822");
    }

    private boolean sameKindOfOffice(MediaType content, String name) {
        String suffix = ending(name).substring(ending(name).isEmpty() ? 0 : 1);
        return INTERCHANGEABLE.stream().filter(kind -> kind.contains(suffix)).anyMatch(kind -> kind.stream()
                .anyMatch(other -> registry.isInstanceOf(content, byName("a." + other))));
    }

    private MediaType byName(String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return types.detect(null, metadata).getBaseType();
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read", e);
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }
}
