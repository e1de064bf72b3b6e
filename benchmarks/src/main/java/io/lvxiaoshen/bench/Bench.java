package io.lvxiaoshen.bench;

import io.lvxiaoshen.bench.ingest.IngestCommand;
import io.lvxiaoshen.bench.load.ChatLoadCommand;
import io.lvxiaoshen.bench.retrieval.RetrievalCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The runner's entry point. */
@Command(
        name = "bench",
        description = "量一量绿小申：每个公布的数字都由此得出。",
        mixinStandardHelpOptions = true,
        subcommands = {ChatLoadCommand.class, IngestCommand.class, RetrievalCommand.class})
public final class Bench {
    private Bench() {}

    /** Runs the subcommand that the arguments name and ends the process with its status. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Bench()).execute(arguments);
    }
}
