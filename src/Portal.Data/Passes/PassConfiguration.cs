using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.Passes;

internal sealed class IssuedPassConfiguration : IEntityTypeConfiguration<IssuedPass>
{
    public void Configure(EntityTypeBuilder<IssuedPass> builder)
    {
        builder.HasIndex(pass => new { pass.PassTypeId, pass.SerialNumber }).IsUnique();
        builder.HasIndex(pass => pass.DownloadCode).IsUnique();
        builder.HasIndex(pass => new { pass.DesignId, pass.Id });
        // The order of the list of passes: sorting a million for one page takes seconds.
        builder.HasIndex(pass => new { pass.TagAt, pass.Id });
        builder.Property(pass => pass.Revision).IsConcurrencyToken();
        builder.HasOne(pass => pass.PassType).WithMany().HasForeignKey(pass => pass.PassTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(pass => pass.Design).WithMany().HasForeignKey(pass => pass.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PassRevisionConfiguration : IEntityTypeConfiguration<PassRevision>
{
    public void Configure(EntityTypeBuilder<PassRevision> builder)
    {
        builder.HasIndex(revision => new { revision.PassId, revision.Number }).IsUnique();
        builder.HasOne<IssuedPass>().WithMany().HasForeignKey(revision => revision.PassId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(revision => revision.Change).WithMany().HasForeignKey(revision => revision.ChangeId).OnDelete(DeleteBehavior.Restrict);
    }
}
