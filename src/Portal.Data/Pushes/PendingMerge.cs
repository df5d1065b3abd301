namespace Portal.Data.Pushes;

/// <summary>What an INSERT into the queue does where the target waits already: it is one push, of the newer tag and the higher priority.</summary>
internal static class PendingMerge
{
    /// <summary>Further assignments may follow, after a comma.</summary>
    public const string Sql =
        """
        ON CONFLICT ("PushTargetId") DO UPDATE SET
            "Tag" = CASE WHEN excluded."Tag" > "PendingPushes"."Tag" THEN excluded."Tag" ELSE "PendingPushes"."Tag" END,
            "Priority" = CASE WHEN excluded."Priority" < "PendingPushes"."Priority" THEN excluded."Priority" ELSE "PendingPushes"."Priority" END
        """;
}
