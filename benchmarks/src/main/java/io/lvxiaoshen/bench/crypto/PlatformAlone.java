package io.lvxiaoshen.bench.crypto;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform without the modules above it: database, keys and audit log. */
@SpringBootApplication(scanBasePackages = "io.lvxiaoshen.platform", proxyBeanMethods = false)
class PlatformAlone {}
