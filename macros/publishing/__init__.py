"""What a site needs to be published: headers, copies; the ledger; verifying; swapping it in whole."""
