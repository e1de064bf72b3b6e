package io.lvxiaoshen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.platform.IdSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that broke parsers before: each one ends read or refused for a stated reason. */
@Tag("shared-data")
class OfficeFilesTest {
    /** Every file with {@code -Doffice.files.step=1}. */
    private static final int STEP = Integer.getInteger("office.files.step", 12);

    @Test
    void everyFileEndsReadOrRefused() {
        List<Path> files = SharedData.files("office-files");
        List<Path> sample = IntStream.range(0, files.size())
                .filter(i -> i % STEP == 0)
                .mapToObj(files::get)
                .toList();
        Map<String, Integer> outcomes = new TreeMap<>();
        try (DocumentParser parser = DocumentParser.within(ReadingLimits.defaults())) {
            sample.forEach(file -> outcomes.merge(outcome(parser, file), 1, Integer::sum));
        }
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(sample.size());
        assertThat(outcomes).containsKey("read");
    }

    private static String outcome(DocumentParser parser, Path file) {
        long start = System.nanoTime();
        String outcome;
        try {
            ParsedDocument document = parser.parse(file, file.getFileName().toString());
            Chunker.of(ChunkSizes.defaults(), new IdSource()).chunk(document);
            outcome = "read";
        } catch (FileRefusedException e) {
            outcome = e.code();
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        if (Boolean.getBoolean("office.files.list")) {
            System.out.println("OF\t" + file.getFileName() + "\t" + outcome + "\t" + millis);
        }
        return outcome;
    }
}
