package io.lvxiaoshen.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/** A language model gave no usable reply. The message is Chinese and fit to be shown. */
public final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ModelFailure(String reason, Throwable cause) {
        super(reason, cause);
    }

    private ModelFailure(String reason) {
        super(reason);
    }

    /** Says in Chinese what {@code cause} means for the person who asked. */
    static ModelFailure of(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ModelFailure known) {
                return known;
            }
            String reason = reason(each);
            if (reason != null) {
                return new ModelFailure(reason, cause);
            }
        }
        return new ModelFailure("模型服务返回的内容无法识别", cause);
    }

    /** Nothing came for too long, or the reply took too long as a whole. */
    static ModelFailure slow() {
        return new ModelFailure("模型服务响应超时");
    }

    /** The connection ended before the reply did. */
    static ModelFailure cut() {
        return new ModelFailure("模型服务在回答途中断开");
    }

    /** The service would not have the question or the reply. */
    static ModelFailure withheld() {
        return new ModelFailure("模型服务未给出可用的回答");
    }

    private static @Nullable String reason(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException
                || cause instanceof ConnectException
                || cause instanceof UnresolvedModelServerException) {
            return "无法连接模型服务";
        }
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return "模型服务响应超时";
        }
        if (cause instanceof AuthenticationException) {
            return "模型服务拒绝访问，请管理员检查密钥配置";
        }
        if (cause instanceof RateLimitException) {
            return "模型服务繁忙";
        }
        if (cause instanceof JsonProcessingException) {
            return "模型服务返回的内容无法识别";
        }
        if (cause instanceof HttpException http) {
            return "模型服务出错（状态码 " + http.statusCode() + "）";
        }
        return cause instanceof IOException ? "与模型服务的连接中断" : null;
    }
}
