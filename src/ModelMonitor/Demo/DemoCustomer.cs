namespace ModelMonitor.Demo;

/// <summary>One row of the demonstration: the twelve features the model sees. Fractional ones are held in tenths or cents.</summary>
internal readonly record struct DemoCustomer(
    int AccountLength, int State, int Plan, bool InternationalPlan, int DayTenths, int DayCalls, int EveningTenths,
    int EveningCalls, int InternationalTenths, int ServiceCalls, int ChargeCents, int DaysSinceLastCall)
{
    /// <summary>Names of the features, in order.</summary>
    public static IReadOnlyList<string> FeatureNames { get; } =
    [
        "account_length", "state", "plan", "international_plan", "day_mins", "day_calls", "eve_mins",
        "eve_calls", "intl_mins", "customer_service_calls", "monthly_charge", "days_since_last_call",
    ];

    /// <summary>The plans a customer may have; the last is seldom seen in training.</summary>
    public static IReadOnlyList<string> Plans { get; } = ["basic", "plus", "family", "business"];

    private const int Unknown = -1;

    private static ReadOnlySpan<byte> States =>
        "ALAKAZARCACOCTDEFLGAHIIDILINIAKSKYLAMEMDMAMIMNMSMOMTNENVNHNJNMNYNCNDOHOKORPARISCSDTNTXUTVTVAWAWVWIWY"u8;

    /// <summary>Draws a customer.</summary>
    public static DemoCustomer Draw(ref SeededRandom random, DemoPopulation population, ReadOnlySpan<double> planShares) => new(
        AccountLength: Whole(ref random, 101, 39, smallest: 1),
        State: random.NextInt(States.Length / 2),
        Plan: random.NextIndex(planShares),
        InternationalPlan: random.NextBool(0.1),
        DayTenths: Whole(ref random, 10 * population.DayMinutesMean, 540),
        DayCalls: Whole(ref random, 100, 20),
        EveningTenths: Whole(ref random, 2_010, 507),
        EveningCalls: Whole(ref random, 100, 20),
        InternationalTenths: Whole(ref random, 102, 28),
        ServiceCalls: (int)(6.0 * random.NextDouble() * random.NextDouble()),
        ChargeCents: Whole(ref random, 5_940, 1_630, smallest: 999),
        DaysSinceLastCall: random.NextBool(population.UnknownLastCallShare) ? Unknown : random.NextInt(31));

    /// <summary>The probability of churn that the model gives, in millionths, between 0 and 1 exclusive.</summary>
    /// <remarks>
    /// A weighted sum through x / (1 + |x|). The features that drift weigh little, so the prediction stays
    /// nearly as it was: the inputs tell of the change before the output does.
    /// </remarks>
    public int Score()
    {
        double sum = -0.9
            + 0.55 * (ServiceCalls - 1.0)
            + (InternationalPlan ? 1.1 : 0.0)
            + 0.35 * (ChargeCents - 5_940) / 1_630.0
            - 0.30 * (AccountLength - 101) / 39.0
            + 0.25 * (InternationalTenths - 102) / 28.0
            + 0.20 * (EveningTenths - 2_010) / 507.0
            + 0.08 * (DayTenths - 1_800) / 540.0
            + (DaysSinceLastCall == Unknown ? 0.1 : 0.02 * (DaysSinceLastCall - 15));
        return (int)(500_000.0 * (1.0 + sum / (1.0 + Math.Abs(sum))));
    }

    /// <summary>Appends the features as a CSV row without a line break; an unknown last call is an empty cell.</summary>
    public void WriteTo(Utf8Text text)
    {
        text.Append(AccountLength);
        text.Append(',');
        text.Append(States.Slice(2 * State, 2));
        text.Append(',');
        text.Append(PlanName);
        text.Append(InternationalPlan ? ",yes,"u8 : ",no,"u8);
        text.AppendFixed(DayTenths, decimals: 1);
        text.Append(',');
        text.Append(DayCalls);
        text.Append(',');
        text.AppendFixed(EveningTenths, decimals: 1);
        text.Append(',');
        text.Append(EveningCalls);
        text.Append(',');
        text.AppendFixed(InternationalTenths, decimals: 1);
        text.Append(',');
        text.Append(ServiceCalls);
        text.Append(',');
        text.AppendFixed(ChargeCents, decimals: 2);
        text.Append(',');
        if (DaysSinceLastCall != Unknown)
        {
            text.Append(DaysSinceLastCall);
        }
    }

    private ReadOnlySpan<byte> PlanName => Plan switch
    {
        0 => "basic"u8,
        1 => "plus"u8,
        2 => "family"u8,
        _ => "business"u8,
    };

    private static int Whole(ref SeededRandom random, double mean, double deviation, int smallest = 0) =>
        Math.Max(smallest, (int)(mean + deviation * random.NextNormal()));
}
