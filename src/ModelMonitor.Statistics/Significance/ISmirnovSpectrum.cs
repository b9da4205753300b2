namespace ModelMonitor.Statistics.Significance;

/// <summary>A sum of squared independent standard normal variables with weights λ₁ > λ₂ > …, as Smirnov's formula needs it.</summary>
internal interface ISmirnovSpectrum
{
    /// <summary>The j-th interval between an odd and the next even 1/λ, in the variable that it is integrated over.</summary>
    static abstract (double Low, double High) Interval(int j);

    /// <summary>The place y in the interval, and dy / (y·√|D(y)|) for a step of one of the variable, where D(y) = Π (1 - λ·y).</summary>
    static abstract (double Place, double Weight) At(double variable);
}
