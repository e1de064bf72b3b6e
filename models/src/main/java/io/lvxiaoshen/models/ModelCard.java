package io.lvxiaoshen.models;

import java.util.List;
import java.util.Map;

/**
 * What is known of a model: where its files come from, under which licences, and what its tensors mean.
 *
 * @param name unique in the registry
 * @param purpose what it is for
 * @param coordinates of the Maven artifact that carries the files, {@code group:artifact:version}
 * @param packageLicence SPDX identifier of that artifact's licence
 * @param source who trained the weights and how they became these files
 * @param weights the ONNX graph
 * @param tokenizer the tokenizer that belongs to it
 * @param inputs tensors that go in
 * @param outputs tensors that come out
 * @param maximumTokens longest input, in tokens with the special ones
 * @param queryInstruction put before a question, never before a passage; empty if the model wants none
 * @param lowerCase whether text is turned to lower case because the vocabulary knows no capitals
 * @param options session options of the ONNX Runtime that the weights need
 * @param selfTest what the model must answer to be trusted
 */
public record ModelCard(
        String name,
        Purpose purpose,
        String coordinates,
        String packageLicence,
        String source,
        ModelFile weights,
        ModelFile tokenizer,
        List<Tensor> inputs,
        List<Tensor> outputs,
        int maximumTokens,
        String queryInstruction,
        boolean lowerCase,
        Map<String, String> options,
        SelfTest selfTest) {
    public ModelCard {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        options = Map.copyOf(options);
        if (name.isBlank() || inputs.isEmpty() || outputs.isEmpty() || maximumTokens < 3) {
            throw new IllegalArgumentException("incomplete model card: " + name);
        }
    }

    /** Name with the digest of the weights: equal only for models that give equal results. */
    public String revision() {
        return name + "@" + weights.sha256().hex().substring(0, 12);
    }

    /** What a model is for. */
    public enum Purpose {
        /** Text to a vector of its meaning. */
        TEXT_EMBEDDING
    }

    /**
     * A tensor of the graph.
     *
     * @param name as the graph names it
     * @param type element type
     * @param shape sizes; −1 where the caller chooses
     */
    public record Tensor(String name, ElementType type, List<Long> shape) {
        public Tensor {
            shape = List.copyOf(shape);
        }
    }

    /** Element types in use. */
    public enum ElementType {
        /** 64-bit signed integer. */
        INT64,
        /** 32-bit floating point. */
        FLOAT
    }

    /**
     * A known answer. Quantised weights answer slightly differently on different processors, and with pure noise on a
     * processor whose kernels do not fit; the two are far apart.
     *
     * @param input a text
     * @param expected the first values of the unit vector that the input must give
     * @param minimumCosine least cosine between {@code expected} and the values that come out, 0 to 1
     */
    public record SelfTest(String input, List<Float> expected, double minimumCosine) {
        public SelfTest {
            expected = List.copyOf(expected);
            if (expected.size() < 8 || minimumCosine <= 0 || minimumCosine > 1) {
                throw new IllegalArgumentException("a self-test that proves nothing: " + input);
            }
        }
    }
}
