"""What a site needs to be published: policy, headers, copies; the ledger; verifying; swapping it in whole."""
