package io.lvxiaoshen.bench;

import io.lvxiaoshen.bench.crypto.CryptoCommand;
import io.lvxiaoshen.bench.ingest.IngestCommand;
import io.lvxiaoshen.bench.load.ChatLoadCommand;
import io.lvxiaoshen.bench.retrieval.RetrievalCommand;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The runner's entry point. */
@Command(
        name = "bench",
        description = "量一量绿小申：每个公布的数字都由此得出。",
        mixinStandardHelpOptions = true,
        subcommands = {ChatLoadCommand.class, CryptoCommand.class, IngestCommand.class, RetrievalCommand.class})
public final class Bench {
    private Bench() {}

    /** Runs the subcommand that the arguments name and ends the process with its status. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setExecutionExceptionHandler(Bench::explain);
    }

    /** What lies outside the runner (a file, a server) is said in a line; a fault of its own keeps its stack trace. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (!(failure instanceof IOException)) {
            throw failure;
        }
        command.getErr().println(inWords((IOException) failure));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String inWords(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return "找不到文件：" + message;
        }
        if (failure instanceof ConnectException) {
            return "连接不上应用：请检查 --url，并确认应用正在运行。";
        }
        if (failure instanceof HttpTimeoutException) {
            return "应用没有在时限内答复：" + message;
        }
        return message;
    }
}
