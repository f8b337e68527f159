extension Collection<UInt8> {
  /// The number of Unicode scalars whose UTF-8 these bytes are.
  ///
  /// - Complexity: O(`count`).
  @inlinable package var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }
}
