/**
 * ScaledMail on localhost: the vendor's endpoints as far as the lifecycle needs them, with a clock, faults and a ledger of
 * what was really bought. It knows nothing of the rest of Mailwright: it is the other side.
 */
package io.mailwright.simulator;
