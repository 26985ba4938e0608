//! A technician's record: its types, its file format and its checks.
