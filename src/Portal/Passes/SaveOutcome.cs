namespace Portal.Passes;

/// <summary>What became of an edit.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>Committed: value, tag and pushes together. <paramref name="Phones"/> had the pass at that moment; none are counted where they see nothing.</summary>
    public sealed record Saved(long Tag, int Revision, PhoneReach Phones) : SaveOutcome
    {
        /// <summary>Phones would get the pass they have: it is stored under the tag the pass had, and nobody is woken.</summary>
        public bool IsSameOnPhones { get; init; }
    }

    /// <summary>The edit changed nothing, so nothing was written and nobody is woken.</summary>
    public sealed record Unchanged : SaveOutcome;

    /// <summary>Somebody else saved the pass in the meantime. Nothing was written.</summary>
    public sealed record Conflict(int CurrentRevision) : SaveOutcome;

    /// <summary>There is no such pass, or it was deleted.</summary>
    public sealed record NotFound : SaveOutcome;

    /// <summary>A value does not fit its field. Nothing was written.</summary>
    public sealed record Invalid(string FieldId, string Problem) : SaveOutcome;
}
