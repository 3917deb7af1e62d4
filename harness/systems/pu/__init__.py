"""The regional personuppgiftstjänst: who a person is, by any of her identities."""
