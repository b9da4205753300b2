namespace ModelMonitor.Baselines;

/// <summary>What is particular to the baselines of a kind.</summary>
/// <typeparam name="TBaseline">What its files say.</typeparam>
public interface IBaselineKind<out TBaseline>
    where TBaseline : class, IBaseline
{
    /// <summary>Its files.</summary>
    BaselineFormat Baselines { get; }

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="ConfigurationException">A file is not what it should be.</exception>
    TBaseline ReadBaseline(BaselineDocuments documents);
}
