package io.lvxiaoshen.models;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one ONNX Runtime session of each model, opened at first use and shared by all threads. The weights' digest and the
 * graph's tensors are checked against the card first.
 *
 * <p>A session runs on the calling thread alone unless told otherwise: with several callers, threads inside the session
 * only take cores from one another (figures in {@code docs/adr/0002-embedding-default.md}).
 */
public final class InferenceSessions implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Map<String, OrtSession> open = new HashMap<>();
    private final int threads;

    /**
     * Creates an empty set of sessions.
     *
     * @param threads threads that one inference may use, at least 1
     */
    public InferenceSessions(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("an inference needs a thread, not " + threads);
        }
        this.threads = threads;
    }

    /**
     * Returns the model's session. It belongs to this object: callers never close it.
     *
     * @throws UnusableModelException if its files are missing or altered, or its tensors are not those of the card
     */
    public synchronized OrtSession of(ModelCard card) {
        return open.computeIfAbsent(card.name(), name -> open(card));
    }

    OrtEnvironment environment() {
        return environment;
    }

    private OrtSession open(ModelCard card) {
        byte[] weights = card.weights().read();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            // A pool that spins while it waits would burn the cores that other callers need.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            for (Map.Entry<String, String> option : card.options().entrySet()) {
                options.addConfigEntry(option.getKey(), option.getValue());
            }
            OrtSession session = environment.createSession(weights, options);
            check(card, card.inputs(), session.getInputInfo());
            check(card, card.outputs(), session.getOutputInfo());
            return session;
        } catch (OrtException e) {
            throw new UnusableModelException("the ONNX Runtime refuses " + card.name(), e);
        }
    }

    private static void check(ModelCard card, List<ModelCard.Tensor> expected, Map<String, NodeInfo> found) {
        for (ModelCard.Tensor tensor : expected) {
            NodeInfo node = found.get(tensor.name());
            if (node == null
                    || !(node.getInfo() instanceof TensorInfo info)
                    || !info.type.name().equals(tensor.type().name())
                    || !Arrays.equals(
                            info.getShape(),
                            tensor.shape().stream().mapToLong(Long::longValue).toArray())) {
                throw new UnusableModelException(
                        card.name() + ": the graph has no tensor " + tensor + " but " + found.values());
            }
        }
    }

    /** Closes all sessions; the caller makes sure that none is in use. */
    @Override
    public synchronized void close() {
        try {
            for (OrtSession session : open.values()) {
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("an inference session does not close", e);
        } finally {
            open.clear();
        }
    }
}
