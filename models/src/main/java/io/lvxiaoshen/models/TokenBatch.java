package io.lvxiaoshen.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Texts that run through a model together.
 *
 * @param positions where each text stands in the list that was asked for
 * @param tokens token ids of each text, shorter rows first
 */
record TokenBatch(List<Integer> positions, List<long[]> tokens) {

    /**
     * Cuts texts into batches of like length, so that next to nothing is spent on padding.
     *
     * @param texts token ids of each text
     * @param budget tokens of a batch with padding; a longer text is a batch by itself
     */
    static List<TokenBatch> of(List<long[]> texts, int budget) {
        List<Integer> order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> texts.get(i).length))
                .toList();
        List<TokenBatch> batches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= order.size(); to++) {
            boolean full = to == order.size() || (to - from + 1) * texts.get(order.get(to)).length > budget;
            if (full) {
                List<Integer> positions = order.subList(from, to);
                batches.add(new TokenBatch(
                        positions, positions.stream().map(texts::get).toList()));
                from = to;
            }
        }
        return batches;
    }

    /** Returns the number of texts. */
    int rows() {
        return tokens.size();
    }

    /** Returns the length of the longest text. */
    int columns() {
        return tokens.get(tokens.size() - 1).length;
    }

    /** Returns the inputs of a BERT-like graph; the caller closes them. */
    Map<String, OnnxTensor> tensors(OrtEnvironment environment) throws OrtException {
        int cells = rows() * columns();
        long[] ids = new long[cells];
        long[] mask = new long[cells];
        for (int row = 0; row < rows(); row++) {
            long[] text = tokens.get(row);
            System.arraycopy(text, 0, ids, row * columns(), text.length);
            Arrays.fill(mask, row * columns(), row * columns() + text.length, 1);
        }
        return Map.of(
                "input_ids", tensor(environment, ids),
                "attention_mask", tensor(environment, mask),
                "token_type_ids", tensor(environment, new long[cells]));
    }

    private OnnxTensor tensor(OrtEnvironment environment, long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {rows(), columns()});
    }
}
