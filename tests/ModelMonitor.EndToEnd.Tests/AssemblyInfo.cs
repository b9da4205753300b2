// The machine is the tests' own: what is measured is not the other tests.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
