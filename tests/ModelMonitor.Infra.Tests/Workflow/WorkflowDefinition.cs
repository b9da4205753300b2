using System.Text.Json.Nodes;
using ModelMonitor.Infra.Tests.Synthesis;

namespace ModelMonitor.Infra.Tests.Workflow;

/// <summary>The definition of the state machine in a template, with the states of its maps.</summary>
internal sealed class WorkflowDefinition
{
    private readonly Dictionary<string, JsonObject> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mapOf = new(StringComparer.Ordinal);

    /// <param name="template">The template.</param>
    /// <param name="id">What the state machine's logical id starts with.</param>
    public WorkflowDefinition(Template template, string id = "Run")
    {
        TemplateResource machine = template.OfType("AWS::StepFunctions::StateMachine").Single(machine => machine.Id.StartsWith(id, StringComparison.Ordinal));
        Root = JsonNode.Parse(JsonText.Joined(machine.At("DefinitionString")!))!.AsObject();
        Add(Root, map: "");
    }

    public JsonObject Root { get; }

    public IReadOnlyDictionary<string, JsonObject> States => _states;

    public IEnumerable<KeyValuePair<string, JsonObject>> OfType(string type) => _states.Where(state => TypeOf(state.Value) == type);

    /// <summary>The map that a state is in; empty for none.</summary>
    public string MapOf(string state) => _mapOf[state];

    public static string TypeOf(JsonObject state) => state["Type"]!.GetValue<string>();

    /// <summary>The states that can follow a state, whether or not it fails.</summary>
    public static IEnumerable<string> Successors(JsonObject state) =>
    [
        .. JsonText.List(state["Next"]).Concat(JsonText.List(state["Default"])).Select(next => next.GetValue<string>()),
        .. JsonText.List(state["Choices"]).Concat(JsonText.List(state["Catch"])).Select(way => way["Next"]!.GetValue<string>()),
    ];

    /// <summary>All ways from a state to an end of its states, each as the states it passes.</summary>
    public IEnumerable<IReadOnlyList<string>> WaysFrom(string state, params IReadOnlyList<string> passed)
    {
        string[] way = [.. passed, state];
        string[] next = [.. Successors(_states[state])];
        return next.Length == 0 ? [way] : next.SelectMany(successor => WaysFrom(successor, way));
    }

    private void Add(JsonObject machine, string map)
    {
        foreach ((string name, JsonNode? state) in machine["States"]!.AsObject())
        {
            _states.Add(name, state!.AsObject());
            _mapOf.Add(name, map);
            if (state["ItemProcessor"] is JsonObject processor)
            {
                Add(processor, name);
            }
        }
    }
}
