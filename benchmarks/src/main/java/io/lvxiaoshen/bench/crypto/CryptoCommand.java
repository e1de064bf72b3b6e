package io.lvxiaoshen.bench.crypto;

import io.lvxiaoshen.bench.Host;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures the ciphers and the audit log. */
@Command(
        name = "crypto",
        description = "国密算法与审计日志：与裸 Bouncy Castle、openssl speed 同场比较",
        mixinStandardHelpOptions = true)
public final class CryptoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seconds", defaultValue = "3", description = "每项计量的秒数，默认 ${DEFAULT-VALUE}")
    private int seconds = 3;

    @Option(names = "--round-trips", defaultValue = "1000000", description = "随机往返次数，默认 ${DEFAULT-VALUE}")
    private long roundTrips = 1_000_000;

    @Option(names = "--audit-threads", defaultValue = "64", description = "同时写审计日志的线程数，默认 ${DEFAULT-VALUE}")
    private int auditThreads = 64;

    @Option(names = "--audit-seconds", defaultValue = "15", description = "写审计日志的秒数，默认 ${DEFAULT-VALUE}")
    private int auditSeconds = 15;

    @Option(names = "--json", description = "把同样的结果写成 JSON")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        if (seconds < 1 || roundTrips < 0 || auditThreads < 1 || auditSeconds < 1) {
            throw new ParameterException(spec.commandLine(), "秒数、线程数须至少为 1，往返次数不得为负。");
        }
        progress("算法……");
        List<CipherFigure> ciphers = new CipherMeasurement(seconds).run();
        progress("随机往返 " + roundTrips + " 次……");
        long taken = RoundTrips.run(roundTrips);
        progress("审计日志……");
        CryptoReport report =
                new CryptoReport(Host.present(), ciphers, taken, AuditMeasurement.run(auditThreads, auditSeconds));
        report.print(spec.commandLine().getOut());
        if (json != null) {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(json.toFile(), report);
        }
        return 0;
    }

    private void progress(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }
}
