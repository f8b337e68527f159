int tanba_cicu_placeholder;
