package io.lvxiaoshen.platform.permission;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells those who manage roles and grants why they cannot, and raises the alarm. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class TamperAdvice {
    private final TamperAlarm alarm;

    TamperAdvice(TamperAlarm alarm) {
        this.alarm = alarm;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tampered(TamperedException tampered) {
        alarm.raise(tampered);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "角色或授权数据曾在系统之外被改动，此次操作没有生效。");
        detail.setProperty("code", "access-control-tampered");
        detail.setProperty("hint", "请联系系统管理员查看审计记录，从备份恢复这些数据后重试。");
        return ResponseEntity.status(HttpStatus.CONFLICT).body(detail);
    }
}
