package io.lvxiaoshen.bench.retrieval;

import io.lvxiaoshen.bench.Host;
import io.lvxiaoshen.bench.JsonLines;
import io.lvxiaoshen.bench.Problems;
import io.lvxiaoshen.bench.TemporaryFolder;
import io.lvxiaoshen.bench.retrieval.Report.StageReport;
import io.lvxiaoshen.bench.retrieval.RunFile.Hit;
import io.lvxiaoshen.models.InferenceSessions;
import io.lvxiaoshen.models.ModelRegistry;
import io.lvxiaoshen.models.OnnxTextEmbedder;
import io.lvxiaoshen.models.TextEmbedder;
import io.lvxiaoshen.rag.index.ChunkIndex;
import io.lvxiaoshen.rag.index.HybridSearch;
import io.lvxiaoshen.rag.index.PassageText;
import io.lvxiaoshen.rag.index.RetrievalSettings;
import io.lvxiaoshen.rag.index.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Indexes a corpus, asks questions of it, and measures what comes back. */
@Command(name = "retrieval", description = "检索：建索引、提问、评分", mixinStandardHelpOptions = true)
public final class RetrievalCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--corpus", required = true, description = "JSON 行 {\"id\",\"title\",\"text\"}，可为 .gz")
    private Path corpus = Path.of("");

    @Option(names = "--queries", required = true, description = "JSON 行 {\"id\",\"text\"}")
    private Path queries = Path.of("");

    @Option(names = "--run", required = true, description = "结果文件前缀，每个阶段写 <前缀>.<阶段>")
    private String run = "";

    @Option(names = "--qrels", description = "TREC qrels；给出时计算各项指标")
    private @Nullable Path qrels;

    @Option(names = "--stages", split = ",", defaultValue = "bm25,dense,fused", description = "默认 ${DEFAULT-VALUE}")
    private List<String> stages = List.of();

    @Option(names = "--k", defaultValue = "100", description = "每个问题取多少条，默认 ${DEFAULT-VALUE}")
    private int k = 100;

    @Option(names = "--store", defaultValue = "lucene", description = "默认 ${DEFAULT-VALUE}")
    private String store = "lucene";

    @Option(names = "--json", description = "把同样的结果写成 JSON")
    private @Nullable Path json;

    @Option(names = "--cache", description = "保存文档向量的目录，再次运行时不必重算")
    private @Nullable Path cache;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Set<Stage> wanted = check();
        Problems problems = new Problems();
        Corpus documents = Corpus.read(corpus, problems);
        Map<String, String> questions = questions(problems);
        Qrels judgements = qrels == null ? null : Qrels.read(qrels, problems);
        Report report = measure(documents, questions, judgements, wanted, problems);
        report.print(out());
        problems.print(err());
        if (json != null) {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(json.toFile(), report);
        }
        return problems.exitStatus();
    }

    private Set<Stage> check() {
        if (!store.equals("lucene")) {
            throw new ParameterException(spec.commandLine(), "尚不支持 --store " + store + "：目前只有内嵌的 lucene。");
        }
        if (k < 1 || k > 1000) {
            throw new ParameterException(spec.commandLine(), "--k 应在 1 到 1000 之间。");
        }
        Set<Stage> wanted = new LinkedHashSet<>();
        for (String name : stages) {
            switch (name) {
                case "bm25" -> wanted.add(Stage.BM25);
                case "dense" -> wanted.add(Stage.DENSE);
                case "fused" -> wanted.add(Stage.FUSED);
                case "reranked" ->
                    throw new ParameterException(spec.commandLine(), "尚不支持 reranked：产品目前没有重排模型。可用：bm25、dense、fused。");
                default ->
                    throw new ParameterException(spec.commandLine(), "没有名为 " + name + " 的阶段。可用：bm25、dense、fused。");
            }
        }
        return wanted;
    }

    private Map<String, String> questions(Problems problems) throws IOException {
        Map<String, String> questions = new LinkedHashMap<>();
        JsonLines.read(queries, problems, (node, line) -> {
            String id = JsonLines.text(node, "id");
            String text = JsonLines.text(node, "text");
            if (id.isEmpty()) {
                problems.failed(line, "缺少 id");
            } else if (text.isBlank()) {
                problems.refused(line, "问题为空");
            } else if (questions.putIfAbsent(id, text) != null) {
                problems.failed(line, "id 重复：" + id);
            }
        });
        return questions;
    }

    private Report measure(
            Corpus documents,
            Map<String, String> questions,
            @Nullable Qrels judgements,
            Set<Stage> wanted,
            Problems problems)
            throws IOException, InterruptedException {
        try (InferenceSessions sessions = new InferenceSessions(1);
                OnnxTextEmbedder embedder =
                        OnnxTextEmbedder.open(ModelRegistry.load().get(ModelRegistry.DEFAULT_EMBEDDING), sessions);
                TemporaryFolder folder = TemporaryFolder.create()) {
            long started = System.nanoTime();
            List<float[]> vectors = embed(documents, embedder);
            double embedding = seconds(started);
            try (ChunkIndex index = ChunkIndex.open(folder.path(), embedder.model())) {
                fill(index, documents, vectors);
                double indexing = seconds(started);
                HybridSearch search = new HybridSearch(RetrievalSettings.DEFAULT);
                List<StageReport> reports = new ArrayList<>();
                for (Stage stage : wanted) {
                    progress("提问：" + stage);
                    StageRun.Result result =
                            new StageRun(index, search, embedder, documents.ids(), stage, k).ask(questions);
                    RunFile.write(run, stage, result.hits());
                    reports.add(new StageReport(
                            stage.name().toLowerCase(Locale.ROOT),
                            judgements == null ? null : Measures.of(ids(result.hits()), judgements),
                            result.times(),
                            result.perSecond()));
                }
                return new Report(
                        Host.present(),
                        embedder.model(),
                        settings(),
                        documents.documents().size(),
                        questions.size(),
                        embedding,
                        indexing,
                        reports,
                        problems.failures(),
                        problems.refusals());
            }
        }
    }

    private List<float[]> embed(Corpus documents, TextEmbedder embedder) throws IOException, InterruptedException {
        List<String> texts = documents.documents().stream()
                .map(document -> PassageText.of(document.chunks().get(0)))
                .toList();
        try (VectorCache vectors = cache == null ? null : VectorCache.open(cache, embedder)) {
            return new PassageEmbedding(embedder, vectors).of(texts, done -> {
                if (done % 2048 == 0 || done == texts.size()) {
                    progress("向量：" + done + "/" + texts.size());
                }
            });
        }
    }

    private void fill(ChunkIndex index, Corpus documents, List<float[]> vectors) throws IOException {
        for (int i = 0; i < vectors.size(); i++) {
            index.replace(documents.documents().get(i), List.of(vectors.get(i)));
            if ((i + 1) % 10_000 == 0) {
                progress("索引：" + (i + 1) + "/" + vectors.size());
            }
        }
        index.commit();
    }

    private static Map<String, List<String>> ids(Map<String, List<Hit>> hits) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        hits.forEach((question, found) ->
                ids.put(question, found.stream().map(Hit::id).toList()));
        return ids;
    }

    private Map<String, String> settings() {
        return Map.of(
                "ranking", RetrievalSettings.DEFAULT.toString(),
                "k", Integer.toString(k),
                "store", store,
                "corpus", corpus.toString(),
                "queries", queries.toString());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void progress(String text) {
        err().println(text);
        err().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
