package io.mailwright.scaledmail;

import javax.sql.DataSource;

class PaceTest extends PaceContract {
    @Override
    DataSource database() {
        return Bench.database();
    }
}
