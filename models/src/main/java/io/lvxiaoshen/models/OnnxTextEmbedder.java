package io.lvxiaoshen.models;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Embeds with a BERT-like encoder of the BGE family: the vector is the last hidden state of the first token, [CLS], made
 * unit length (Xiao et al., C-Pack: Packed Resources For General Chinese Embeddings, arXiv:2309.07597).
 */
public final class OnnxTextEmbedder implements TextEmbedder, AutoCloseable {
    /** Beyond this, a batch leaves the processor's cache and every text in it gets slower. */
    private static final int BATCH_TOKENS = 2048;

    /** More characters than any 512 tokens of Chinese or Latin text: keeps a giant passage from the tokenizer. */
    private static final int MAXIMUM_CHARACTERS = 16_384;

    private final ModelCard card;
    private final InferenceSessions sessions;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final int dimensions;

    private OnnxTextEmbedder(ModelCard card, InferenceSessions sessions, HuggingFaceTokenizer tokenizer) {
        this.card = card;
        this.sessions = sessions;
        this.session = sessions.of(card);
        this.tokenizer = tokenizer;
        List<Long> shape = card.outputs().get(0).shape();
        this.dimensions = Math.toIntExact(shape.get(shape.size() - 1));
    }

    /**
     * Opens a model and lets it prove itself.
     *
     * @throws UnusableModelException if its files are missing or altered, or it fails its self-test on this machine
     */
    public static OnnxTextEmbedder open(ModelCard card, InferenceSessions sessions) {
        if (card.purpose() != ModelCard.Purpose.TEXT_EMBEDDING) {
            throw new UnusableModelException(card.name() + " is no text embedding");
        }
        Map<String, String> options = Map.of(
                "truncation",
                "true",
                "padding",
                "false",
                "maxLength",
                Integer.toString(card.maximumTokens()),
                "modelMaxLength",
                Integer.toString(card.maximumTokens()));
        try {
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(card.tokenizer().read()), options);
            OnnxTextEmbedder embedder = new OnnxTextEmbedder(card, sessions, tokenizer);
            embedder.prove();
            return embedder;
        } catch (IOException e) {
            throw new UnusableModelException("tokenizer of " + card.name() + " unreadable", e);
        }
    }

    @Override
    public String model() {
        return card.revision();
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[] embedQuery(String query) {
        return embed(List.of(card.queryInstruction() + query))[0];
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        return Arrays.asList(embed(passages));
    }

    private float[][] embed(List<String> texts) {
        List<long[]> tokens = texts.stream().map(this::tokens).toList();
        float[][] vectors = new float[texts.size()][];
        for (TokenBatch batch : TokenBatch.of(tokens, BATCH_TOKENS)) {
            run(batch, vectors);
        }
        return vectors;
    }

    private long[] tokens(String text) {
        String head = text.substring(0, Math.min(text.length(), MAXIMUM_CHARACTERS));
        return tokenizer
                .encode(card.lowerCase() ? head.toLowerCase(Locale.ROOT) : head)
                .getIds();
    }

    private void run(TokenBatch batch, float[][] vectors) {
        try {
            Map<String, OnnxTensor> inputs = batch.tensors(sessions.environment());
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
                for (int row = 0; row < batch.rows(); row++) {
                    float[] vector = new float[dimensions];
                    states.get(row * batch.columns() * dimensions, vector);
                    vectors[batch.positions().get(row)] = unit(vector);
                }
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("inference with " + card.name() + " failed", e);
        }
    }

    private static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector, vector.length));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    private void prove() {
        ModelCard.SelfTest test = card.selfTest();
        float[] expected = new float[test.expected().size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = test.expected().get(i);
        }
        float[] found = embed(List.of(test.input()))[0];
        int n = expected.length;
        double cosine = dot(expected, found, n) / Math.sqrt(dot(expected, expected, n) * dot(found, found, n));
        // Written so that NaN, too, fails.
        if (!(cosine >= test.minimumCosine())) {
            throw new UnusableModelException(card.name() + " fails its self-test on this machine: cosine " + cosine
                    + " to the known answer, at least " + test.minimumCosine() + " is wanted");
        }
    }

    private static double dot(float[] a, float[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Frees the tokenizer; the session stays open for others. */
    @Override
    public void close() {
        tokenizer.close();
    }
}
