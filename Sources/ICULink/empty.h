/* Links the system ICU; shows none of its headers. */
