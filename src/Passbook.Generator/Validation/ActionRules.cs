namespace Passbook.Generator;

/// <summary>Rules about the cards under a pass.</summary>
internal static class ActionRules
{
    private const int Most = 2;

    public static void Check(ValueList<FeaturedAction> actions, ProblemList problems)
    {
        if (actions.Count > Most)
            problems.Error("$.featuredActions", PassProblemCode.FeaturedActionsTooMany, $"A pass has at most {Most} cards under it, and there are {actions.Count}: keep the most important ones.");
        for (var index = 0; index < actions.Count; index++)
            CheckOne($"$.featuredActions[{index}]", actions, index, problems);
    }

    private static void CheckOne(string path, ValueList<FeaturedAction> actions, int index, ProblemList problems)
    {
        var action = actions[index];
        if (action.Identifier.Length == 0 || IsTaken(action.Identifier, actions.AsSpan()[..index]))
            problems.Error($"{path}.identifier", PassProblemCode.FeaturedActionIdentifier, "Each card under the pass needs a name of its own: give it one that no other has.");
        if (!Enum.IsDefined(action.Type))
            problems.Error($"{path}.type", PassProblemCode.ValueUnknown, KnownValues.Sentence(action.Type));
        if (action.Url is null == action.PlaceIdentifier is null)
            problems.Error(path, PassProblemCode.FeaturedActionTarget, "A card under the pass leads either to an address or to a place of Apple Maps: give one of the two.");
        // Only one source knows the identifier of a place, so that an address may be right as well.
        else if (action.Type is FeaturedActionType.Place == action.PlaceIdentifier is null)
            problems.Warning(path, PassProblemCode.FeaturedActionTarget, "A card for a place leads to a place of Apple Maps, every other one to an address: choose what belongs to this kind.");
    }

    private static bool IsTaken(string identifier, ReadOnlySpan<FeaturedAction> before)
    {
        foreach (var other in before)
        {
            if (other.Identifier == identifier)
                return true;
        }

        return false;
    }
}
