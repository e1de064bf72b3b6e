package io.lvxiaoshen.bench.load;

import io.lvxiaoshen.bench.Host;
import io.lvxiaoshen.bench.JsonLines;
import io.lvxiaoshen.bench.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lets many people ask at once. */
@Command(name = "chat-load", description = "负载：许多人同时提问", mixinStandardHelpOptions = true)
public final class ChatLoadCommand implements Callable<Integer> {
    /** For the sample regulations: answerable, follow-up-like and unanswerable ones. */
    private static final List<String> QUESTIONS = List.of(
            "未经批准临时使用绿地罚款多少？",
            "绿地临时使用的期限有多长？",
            "申请临时使用绿地要交哪些材料？",
            "谁负责审批绿地的临时使用？",
            "管线抢修可以先用绿地再补手续吗？",
            "一类公共厕所多久保洁一次？",
            "公厕应当配备哪些便民设施？",
            "设施损坏多久要修好？",
            "认养一级古树每年多少钱？",
            "认养人能自己修剪古树吗？",
            "绿地临时使用管理办法第九条讲了什么？",
            "昨天的足球比赛谁赢了？");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--users", defaultValue = "50", description = "打开的会话数，默认 ${DEFAULT-VALUE}")
    private int users = 50;

    @Option(names = "--streams", defaultValue = "50", description = "同时提问数，默认 ${DEFAULT-VALUE}")
    private int streams = 50;

    @Option(names = "--seconds", defaultValue = "60", description = "持续秒数，默认 ${DEFAULT-VALUE}")
    private int seconds = 60;

    @Option(names = "--warm-up", defaultValue = "20", description = "正式计量之前先以同样负载运行的秒数，不计入结果，默认 ${DEFAULT-VALUE}")
    private int warmUp = 20;

    @Option(names = "--url", description = "已在运行的应用；不给则自行启动一个并装入示例文件")
    private @Nullable String url;

    @Option(names = "--username", defaultValue = "admin", description = "与 --url 同用，默认 ${DEFAULT-VALUE}")
    private String username = "admin";

    @Option(
            names = "--password",
            defaultValue = "${env:LVXIAOSHEN_PASSWORD}",
            description = "与 --url 同用；也可放在环境变量 LVXIAOSHEN_PASSWORD")
    private @Nullable String password;

    @Option(names = "--questions", description = "JSON 行 {\"id\",\"text\"}；不给则用示例文件的问题")
    private @Nullable Path questions;

    @Option(names = "--json", description = "把同样的结果写成 JSON")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        if (streams < 1 || seconds < 1 || warmUp < 0 || users < streams) {
            throw new ParameterException(spec.commandLine(), "需要 --users ≥ --streams ≥ 1，--seconds ≥ 1，--warm-up ≥ 0。");
        }
        Problems problems = new Problems();
        LoadReport report = url == null ? againstOwn(problems) : against(url, problems);
        report.print(spec.commandLine().getOut());
        problems.print(spec.commandLine().getErr());
        if (json != null) {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(json.toFile(), report);
        }
        return problems.exitStatus();
    }

    private LoadReport against(String address, Problems problems) throws Exception {
        if (password == null) {
            throw new ParameterException(spec.commandLine(), "--url 需要 --password 或环境变量 LVXIAOSHEN_PASSWORD。");
        }
        AssistantClient client = new AssistantClient(address);
        client.signIn(username, password);
        warmUp(client, problems);
        return measure(client, open(client), null, problems);
    }

    private LoadReport againstOwn(Problems problems) throws Exception {
        progress("正在启动应用……");
        try (LocalApplication application = LocalApplication.start(Path.of(property("bench.application")))) {
            AssistantClient client = new AssistantClient(application.url());
            client.signIn("admin", application.password());
            fill(client);
            warmUp(client, problems);
            long before = application.residentBytes();
            List<String> conversations = open(client);
            double kilobytes = Math.max(0, application.residentBytes() - before) / 1024.0 / users;
            return measure(client, conversations, kilobytes, problems);
        }
    }

    /** A server is asked for months; what its first minute spends on compiling itself is not how it answers. */
    private void warmUp(AssistantClient client, Problems problems) throws IOException, InterruptedException {
        if (warmUp > 0) {
            progress("预热 " + warmUp + " 秒……");
            List<String> conversations = open(client, streams);
            new Load(client, conversations, questions(problems), problems).run(streams, warmUp);
        }
    }

    private void fill(AssistantClient client) throws IOException, InterruptedException {
        String knowledgeBase = client.createKnowledgeBase("示例");
        try (Stream<Path> files = Files.list(Path.of(property("bench.examples")))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                client.upload(knowledgeBase, file);
            }
        }
        for (int tenths = 0; !client.isSearchable(knowledgeBase); tenths++) {
            if (tenths == 1200) {
                throw new IOException("示例文件两分钟内没有变为可检索");
            }
            Thread.sleep(100);
        }
    }

    private List<String> open(AssistantClient client) throws IOException, InterruptedException {
        progress("正在打开 " + users + " 个会话……");
        return open(client, users);
    }

    private static List<String> open(AssistantClient client, int count) throws IOException, InterruptedException {
        List<String> conversations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            conversations.add(client.startConversation());
        }
        return conversations;
    }

    private LoadReport measure(
            AssistantClient client, List<String> conversations, @Nullable Double kilobytes, Problems problems)
            throws IOException, InterruptedException {
        progress(streams + " 路同时提问，持续 " + seconds + " 秒……");
        Load load = new Load(client, conversations, questions(problems), problems);
        load.run(streams, seconds);
        return new LoadReport(
                Host.present(),
                users,
                streams,
                warmUp,
                seconds,
                load.answers(),
                load.statuses(),
                problems.failures().size(),
                load.firstToken(),
                load.perToken(),
                kilobytes);
    }

    private List<String> questions(Problems problems) throws IOException {
        if (questions == null) {
            return QUESTIONS;
        }
        List<String> texts = new ArrayList<>();
        JsonLines.read(questions, problems, (node, line) -> texts.add(JsonLines.text(node, "text")));
        texts.removeIf(String::isBlank);
        if (texts.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--questions 中没有问题：" + questions);
        }
        return texts;
    }

    private String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new ParameterException(spec.commandLine(), "请用 ./bench 运行，或给出 --url。");
        }
        return value;
    }

    private void progress(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(text);
        err.flush();
    }
}
