/**
 * What every module stands on: the data folder and its database, stored files, ids, problem details, durable jobs, the
 * signed-in caller and the shared event records. Knows nothing of the modules above it.
 */
@ApplicationModule(displayName = "Platform")
@NullMarked
package io.lvxiaoshen.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
