//! Tests of dag-json.
