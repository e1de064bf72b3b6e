package io.lvxiaoshen.bench.ingest;

import io.lvxiaoshen.bench.Problems;
import io.lvxiaoshen.bench.TemporaryFolder;
import io.lvxiaoshen.bench.ingest.FileOutcome.Status;
import io.lvxiaoshen.knowledge.ChunkSizes;
import io.lvxiaoshen.knowledge.Chunker;
import io.lvxiaoshen.knowledge.DocumentParser;
import io.lvxiaoshen.knowledge.ReadingLimits;
import io.lvxiaoshen.models.InferenceSessions;
import io.lvxiaoshen.models.ModelRegistry;
import io.lvxiaoshen.models.OnnxTextEmbedder;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.rag.index.ChunkIndex;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes every file of a folder tree through the pipeline into a throw-away index. */
@Command(name = "ingest", description = "入库：读取、切分、向量化、索引一个目录下的全部文件", mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 50;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--files", required = true, description = "目录，连同其下各级")
    private Path files = Path.of("");

    @Option(names = "--out", required = true, description = "每个文件一行 JSON")
    private Path out = Path.of("");

    @Option(names = "--profile", description = "另列时间花在哪里")
    private boolean profile;

    @Option(names = "--json", description = "把汇总写成 JSON")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(files)) {
            throw new ParameterException(spec.commandLine(), "--files 不是目录：" + files);
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(files)) {
            all = tree.filter(Files::isRegularFile).sorted().toList();
        }
        Problems problems = new Problems();
        IngestReport report = ingest(all, problems);
        report.print(spec.commandLine().getOut(), profile);
        problems.print(err());
        if (json != null) {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(json.toFile(), report);
        }
        return problems.exitStatus();
    }

    private IngestReport ingest(List<Path> all, Problems problems) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        IdSource ids = new IdSource();
        Stopwatches watches = new Stopwatches();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (InferenceSessions sessions = new InferenceSessions(1);
                OnnxTextEmbedder embedder =
                        OnnxTextEmbedder.open(ModelRegistry.load().get(ModelRegistry.DEFAULT_EMBEDDING), sessions);
                DocumentParser parser = DocumentParser.within(ReadingLimits.defaults());
                TemporaryFolder folder = TemporaryFolder.create();
                ChunkIndex index = ChunkIndex.open(folder.path(), embedder.model())) {
            FileIngestion ingestion =
                    new FileIngestion(parser, Chunker.of(ChunkSizes.defaults(), ids), embedder, index, ids, watches);
            IngestReport.Builder report = new IngestReport.Builder();
            long started = System.nanoTime();
            try (BufferedWriter lines = Files.newBufferedWriter(out)) {
                run(all, ingestion, workers, 4 * threads, new Sink(report, lines, problems, all.size()));
            }
            index.commit();
            double seconds = (System.nanoTime() - started) / 1e9;
            return report.build(embedder.model(), seconds, peakHeapMegabytes(), watches.seconds());
        } finally {
            workers.shutdownNow();
        }
    }

    /** Keeps at most {@code window} files on their way and hands their outcomes on in the order of the files. */
    private void run(List<Path> all, FileIngestion ingestion, ExecutorService workers, int window, Sink sink)
            throws IOException, InterruptedException, ExecutionException {
        Deque<Future<FileOutcome>> underway = new ArrayDeque<>();
        for (Path file : all) {
            if (underway.size() == window) {
                sink.accept(underway.remove().get());
            }
            String relative = files.relativize(file).toString();
            underway.add(workers.submit(() -> ingestion.ingest(file, relative)));
        }
        while (!underway.isEmpty()) {
            sink.accept(underway.remove().get());
        }
    }

    /** Writes, counts and reports outcomes. */
    private final class Sink {
        private final JsonMapper mapper = new JsonMapper();
        private final IngestReport.Builder report;
        private final BufferedWriter lines;
        private final Problems problems;
        private final int expected;
        private int done;

        Sink(IngestReport.Builder report, BufferedWriter lines, Problems problems, int expected) {
            this.report = report;
            this.lines = lines;
            this.problems = problems;
            this.expected = expected;
        }

        void accept(FileOutcome outcome) throws IOException {
            lines.write(mapper.writeValueAsString(outcome));
            lines.newLine();
            report.add(outcome);
            String reason = String.valueOf(outcome.reason());
            if (outcome.status() == Status.FAILED) {
                problems.failed(outcome.path(), reason);
            } else if (outcome.status() == Status.REJECTED) {
                problems.refused(outcome.path(), reason);
            }
            done++;
            if (done % PROGRESS_EVERY == 0 || done == expected) {
                err().println("文件：" + done + "/" + expected);
                err().flush();
            }
        }
    }

    private static long peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
