//! Lines of mixed scripts as a browser orders them.

mod order;
