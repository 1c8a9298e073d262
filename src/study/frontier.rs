//! Models that no other dominates.
