using System.Reflection;
using ModelMonitor.Statistics;
using Xunit;

namespace ModelMonitor.Testing;

/// <summary>Finds the states of an assembly whose laws nobody tests.</summary>
public static class StateLawsCoverage
{
    /// <summary>Fails when a state in <paramref name="source"/> has no <see cref="StateLaws{TState}"/> in <paramref name="tests"/>.</summary>
    public static void AssertComplete(Assembly source, Assembly tests)
    {
        HashSet<Type> proven = [];
        foreach (Type type in tests.GetTypes())
        {
            for (Type? ancestor = type.IsAbstract ? null : type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            {
                if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(StateLaws<>))
                {
                    Type state = ancestor.GetGenericArguments()[0];
                    proven.Add(state.IsGenericType ? state.GetGenericTypeDefinition() : state);
                }
            }
        }

        List<Type> states = [.. source.GetTypes().Where(IsState)];
        Assert.NotEmpty(states);
        Assert.Empty(states.Where(state => !proven.Contains(state)).Select(state => state.FullName));
    }

    private static bool IsState(Type type) => !type.IsInterface && type.GetInterfaces().Any(
        implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IMergeableState<>));
}
